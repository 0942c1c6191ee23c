from PIL import Image, ImageCms
import numpy as np, io, struct
W,H=37,29
y,x=np.mgrid[0:H,0:W]
rgb=np.stack([(x*6)%256,(y*8)%256,((x+y)*3)%256],-1).astype(np.uint8)
im=Image.fromarray(rgb); g=im.convert('L'); b=im.convert('1')
rgba=Image.fromarray(np.dstack([rgb,((x*y)%256).astype(np.uint8)]))
cm=np.dstack([rgb,(x*3).astype(np.uint8)])
cmyk=Image.fromarray(cm,'CMYK'); pal=im.quantize(16)
made=[]
def save(img,name,**k):
    img.save(name,**k); made.append(name)
save(im,'baseline.jpg',quality=90,dpi=(150,150)); save(im,'progressive.jpg',quality=90,progressive=True)
save(g,'gray.jpg',quality=90); save(im,'rgb.jpg',quality=95,keep_rgb=True); save(im,'full-colour.jpg',quality=90,subsampling=0)
save(im,'restart.jpg',quality=90,restart_marker_rows=1)
save(cmyk,'cmyk.jpg',quality=95)
f=cm.astype(float); Y=.299*f[...,0]+.587*f[...,1]+.114*f[...,2]
cb=128-.168735892*f[...,0]-.331264108*f[...,1]+.5*f[...,2]; cr=128+.5*f[...,0]-.418687589*f[...,1]-.081312411*f[...,2]
P=np.dstack([Y,cb,cr,255-f[...,3]]).round().clip(0,255)
buf=io.BytesIO(); Image.fromarray((255-P).astype(np.uint8),'CMYK').save(buf,'JPEG',quality=95)
d=bytearray(buf.getvalue()); i=d.index(b'Adobe'); assert d[i+11]==0; d[i+11]=2
open('ycck.jpg','wb').write(d); made.append('ycck.jpg')
# a profile of four inks: 2 grid points an axis, to Lab
def profile():
    inv=lambda v: struct.pack('>I',v)
    def tab():
        t=b''
        for n in range(16):
            c,m,yy,k=[(n>>s)&1 for s in (3,2,1,0)]
            r,gg,bb=(0.0 if k else 1.0)*(1-c*.9),(0.0 if k else 1.0)*(1-m*.85),(0.0 if k else 1.0)*(1-yy*.9)
            L=100*(.3*r+.59*gg+.11*bb); a=60*(r-gg); bl=60*((r+gg)/2-bb)
            t+=bytes([round(L*2.55),round(max(0,min(255,a+128))),round(max(0,min(255,bl+128)))])
        return t
    ident=bytes(range(256))
    lut=b'mft1'+b'\0'*4+bytes([4,3,2,0])+b''.join(struct.pack('>i',65536 if j in(0,4,8) else 0) for j in range(9))+ident*4+tab()+ident*3
    txt=lambda s:b'text\0\0\0\0'+s+b'\0'
    dsc=b'desc\0\0\0\0'+struct.pack('>I',5)+b'inks\0'+b'\0'*(4+4+2+1+67)
    wt=b'XYZ \0\0\0\0'+struct.pack('>iii',63190,65536,54061)
    tags=[(b'desc',dsc),(b'cprt',txt(b'none')),(b'wtpt',wt),(b'A2B0',lut)]
    off=128+4+12*len(tags); tt=b''; body=b''
    for n,v in tags:
        v+=b'\0'*(-len(v)%4); tt+=n+struct.pack('>II',off+len(body),len(v)); body+=v
    size=off+len(body)
    h=struct.pack('>I4sI4s4s4s',size,b'\0\0\0\0',0x02400000,b'prtr',b'CMYK',b'Lab ')+struct.pack('>6H',2026,1,1,0,0,0)+b'acsp'+b'\0'*28+struct.pack('>iii',63190,65536,54061)+b'\0'*48
    return h+struct.pack('>I',len(tags))+tt+body
icc=profile(); open('inks.icc','wb').write(icc)
save(cmyk,'cmyk-profile.jpg',quality=95,icc_profile=icc)
save(cmyk,'cmyk-profile.tif',compression='tiff_lzw',icc_profile=icc)
save(im,'lossy.webp',quality=80); save(im,'lossless.webp',lossless=True); save(rgba,'alpha.webp',lossless=True,exact=True)
save(b,'group3.tif',compression='group3'); save(b,'group4.tif',compression='group4'); save(b,'packbits.tif',compression='packbits')
save(b,'white-is-zero-bits.tif',tiffinfo={262:0}); save(g,'white-is-zero.tif',tiffinfo={262:0})
save(im,'lzw.tif',compression='tiff_lzw'); save(im,'jpeg.tif',compression='jpeg'); save(pal,'palette.tif',compression='tiff_lzw')
save(cmyk,'cmyk.tif',compression='tiff_adobe_deflate'); save(rgba,'alpha.tif',compression='packbits'); save(g.convert('LA'),'gray-alpha.tif')
save(Image.fromarray((x*1700+y).astype(np.uint16)),'deep-gray.tif')
Image.fromarray(x.astype(np.float32)).save('float.tif')
# planar and tiled, by hand
def tiff(name,tags,data):
    n=len(tags); off=8+2+12*n+4; out=b''; extra=b''
    fmt={3:'H',4:'I'}
    for t,ty,vals in sorted(tags):
        out+=struct.pack('<HHI',t,ty,len(vals))
        v=struct.pack('<%d%s'%(len(vals),fmt[ty]),*vals)
        if len(v)<=4: out+=v.ljust(4,b'\0')
        else: out+=struct.pack('<I',off+len(extra)); extra+=v+b'\0'*(len(v)&1)
    open(name,'wb').write(b'II*\0'+struct.pack('<I',8)+struct.pack('<H',n)+out+b'\0'*4+extra+data); made.append(name)
planes=[rgb[...,c].tobytes() for c in range(3)]
def planar():
    base=8+2+12*10+4+6+12+12
    return tiff('planar.tif',[(256,3,[W]),(257,3,[H]),(258,3,[8]*3),(259,3,[1]),(262,3,[2]),(273,4,[base,base+W*H,base+2*W*H]),(277,3,[3]),(278,3,[H]),(279,4,[W*H]*3),(284,3,[2])],b''.join(planes))
planar()
T=16; tx=(W+15)//16; ty=(H+15)//16; pad=np.zeros((ty*16,tx*16,3),np.uint8); pad[:H,:W]=rgb
tiles=b''.join(pad[j*16:j*16+16,i*16:i*16+16].tobytes() for j in range(ty) for i in range(tx)); nt=tx*ty
base=8+2+12*10+4+6+4*nt+4*nt
tiff('tiled.tif',[(256,3,[W]),(257,3,[H]),(258,3,[8]*3),(259,3,[1]),(262,3,[2]),(277,3,[3]),(322,3,[16]),(323,3,[16]),(324,4,[base+768*i for i in range(nt)]),(325,4,[768]*nt)],tiles)
deep=np.stack([x*1700,y*2200,(x+y)*900],-1).astype('<u2')
base=8+2+12*9+4+6
tiff('deep-rgb.tif',[(256,3,[W]),(257,3,[H]),(258,3,[16]*3),(259,3,[1]),(262,3,[2]),(273,4,[base]),(277,3,[3]),(278,3,[H]),(279,4,[W*H*6])],deep.tobytes())
made.remove('deep-rgb.tif')
save(im,'colour.bmp'); save(pal,'palette.bmp'); save(b,'bits.bmp'); save(g,'gray.bmp')
save(pal,'palette.gif'); save(pal,'interlaced.gif',interlace=1)
for n in made:
    a=Image.open(n); icc=a.info.get('icc_profile')
    if n.startswith('cmyk-profile'):
        s=ImageCms.ImageCmsProfile(io.BytesIO(icc)); e=ImageCms.profileToProfile(a,s,ImageCms.createProfile('sRGB'),outputMode='RGB',renderingIntent=0)
    elif a.mode=='1': e=a.convert('L')
    elif a.mode in('CMYK','P'): e=a.convert('RGB')
    elif a.mode=='LA' : e=a
    elif a.mode.startswith('I'): e=a
    else: e=a
    e.info.clear(); e.save(n+'.png',optimize=True)
print(made)
